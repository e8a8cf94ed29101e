"""Document -> quantities -> claims: `quantities.find_quantities`, `claims.find_claims`. Imports nothing itself."""
