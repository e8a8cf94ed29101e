"""How jupyter_client starts a kernel for a run: forked from the template, or as it always does."""

from __future__ import annotations

import os
import signal
from importlib.metadata import EntryPoint
from multiprocessing.process import BaseProcess
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.factory import KernelProvisionerFactory
from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from traitlets import Dict, Unicode

from dalel.publishing.warm import template

NAME = "dalel"
LAUNCHER = "ipykernel_launcher"


class RunProvisioner(LocalProvisioner):
    """A kernel with environment and folder of its own, whatever those of this process are: runs may share it."""

    variables = Dict(help="environment variables that are added").tag(config=True)
    folder = Unicode(help="where the kernel starts").tag(config=True)

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Starts it warm where a template runs and the kernel is an ordinary one of Python, else cold."""
        kwargs["env"] = {**kwargs.get("env", os.environ), **self.variables}
        kwargs["cwd"] = self.folder
        if cmd[1:3] == ["-m", LAUNCHER] and (made := template.fork(cmd[3:], kwargs["env"], self.folder)):
            self.process = Forked(made)  # type: ignore[assignment]
            self.pid = self.pgid = made.pid
            return self.connection_info
        return await super().launch_kernel(cmd, **kwargs)


class Forked:
    """A process of multiprocessing as the parts of subprocess.Popen that LocalProvisioner calls."""

    stdin = stdout = stderr = None

    def __init__(self, process: BaseProcess) -> None:
        self._process = process
        self.pid = process.pid

    def poll(self) -> int | None:
        """The exit code; None while it runs."""
        return self._process.exitcode

    def wait(self) -> int | None:
        """The exit code, when it has ended."""
        self._process.join()
        return self._process.exitcode

    def send_signal(self, number: int) -> None:
        """Sends a signal to the process alone."""
        if self.pid is not None and self.poll() is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        """Asks it to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """Ends it."""
        self.send_signal(signal.SIGKILL)


def settings(variables: dict[str, str], folder: str) -> dict[str, dict[str, Any]]:
    """The part of a kernel manager's configuration that starts its kernel here, with these variables in this folder."""
    found = KernelProvisionerFactory.instance()
    found.provisioners[NAME] = EntryPoint(NAME, f"{__name__}:RunProvisioner", KernelProvisionerFactory.GROUP_NAME)
    found.default_provisioner_name = NAME
    return {"RunProvisioner": {"variables": variables, "folder": folder}}
