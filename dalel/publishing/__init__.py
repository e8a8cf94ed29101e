"""Claims and findings -> what the desk uses: tables, charts, passports, citations, the report.

Everything here takes the records of a run (`evidence.Evidence`; `dalel.ledger.Run` is one) or the frame `joined` makes
of them, a language (kk, ru, en) and an evidence level (verified, adds-up, single-source, contradicted, rejected).

    tables.joined(run) -> frame                     one row a claim with its document and verdict; all starts from it
    tables.of_region(frame, code), select(frame, topic=…), present(table, language) -> frame;  is_sample(frame) -> bool
    tables.claims_table | by_region | announced | comparison (frame, language, level) -> table
    tables.shares | parts (frame, findings, language, level) -> table
    tables.verdicts | statuses (frame, language); remarks (frame, findings, language) -> table
    tables.sources (run, language); pages (run, frame, language); problems (run) -> table
    tables.write_region(folder, code, run)          Parquet, CSV and datapackage.json of a region
    gate.at_level(frame, level, language) -> frame  values below the level blank, with the reason in `withheld`
    charts.amounts | timeline (frame, indicator, language, level) -> Chart
    charts.shares | parts (frame, findings, language, level) -> Chart
    charts.statuses(frame, topic, language, level, measure), charts.verdicts(frame, language) -> Chart
    charts.save(chart, folder, slug, frame, findings) -> paths of svg, png, csv, json
    charts.check_folder(folder) -> Problems         pictures, numbers and passports that were edited
    passports.build(run, claim_id, reviews) -> dict
    citations.cite(passport, form), cite_chart | cite_made (about, form) -> text     form: bibtex, csl, ris, text
    frames.typed | shares (frame, …) -> DataFrame   exact values, dates, categories; frames.Table shows them to readers
    prose.say(row, language), explained(finding, language) -> Linked     sentences whose values lead to passports
    site.write(edition, folder), notebooks.write(space, sample)          the report

This file imports nothing: import the part you need.
"""
