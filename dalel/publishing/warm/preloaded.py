"""What the template of warm kernels imports and reads: code, and the words of tables and charts. No home is opened.

Not `matplotlib_inline`: imported before the fork, it leaves a notebook's own `plt.show()` without a picture.
"""

import builtins
import gc
from contextlib import redirect_stdout
from importlib import import_module
from types import SimpleNamespace

from ipykernel.iostream import OutStream

LIBRARIES = (
    "ipykernel.kernelapp", "ipykernel.zmqshell", "matplotlib.backends.backend_agg", "matplotlib.backends.backend_svg",
    "pyarrow.parquet", "pyarrow.pandas_compat", "pandas.io.formats.string", "babel.dates", "babel.numbers",
    "PIL.PngImagePlugin", "dalel.archive", "dalel.frontdoor",
)  # fmt: skip

# pandas asks while it is imported whether it is in a kernel (there it shows up to 20 columns), and how one writes
builtins.get_ipython = lambda: SimpleNamespace(kernel=None)  # type: ignore[attr-defined]
with redirect_stdout(SimpleNamespace(encoding=OutStream.encoding)):
    import_module("pandas")
del builtins.get_ipython  # type: ignore[attr-defined]

for library in LIBRARIES:
    import_module(library)

from dalel.publishing import explanations, prose, wording  # noqa: E402
from dalel.publishing.charts import lettering  # noqa: E402

for language in wording.LANGUAGES:
    wording.words(language)
    prose.says(language)
    explanations.sentences(language)
lettering.drawable("")
gc.freeze()  # what lives here is shared by the kernels for as long as their collectors do not touch it
