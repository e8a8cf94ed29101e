"""Kernels that start warm: forked from a process that has imported the libraries, so that a run pays for its own work.

    template.py     the process they are forked from: one a command, of this very code, or none
    kernel.py       what a forked kernel sets right before it serves: all that a fresh interpreter would have read anew
    provisioner.py  how jupyter_client starts one, or an ordinary kernel where there is no template

Nothing is shared after the fork, and no data is in memory before it. A warm run gives the bytes of a cold one.
"""

from dalel.publishing.warm.template import start, wanted

__all__ = ["start", "wanted"]
