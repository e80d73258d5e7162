"""Which Python runs a notebook: the one mediakit is installed in."""

from __future__ import annotations

from ipykernel.kernelspec import RESOURCES, get_kernel_dict
from jupyter_client.kernelspec import NATIVE_KERNEL_NAME, KernelSpec, KernelSpecManager


class OwnPython(KernelSpecManager):
    """The kernels of this machine, of which “python3” is this very Python, whoever else has taken the name.

    >>> import sys
    >>> OwnPython().get_kernel_spec("python3").argv[0] == sys.executable
    True
    """

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """The kernel of a name."""
        if kernel_name == NATIVE_KERNEL_NAME:
            return KernelSpec(resource_dir=RESOURCES, **get_kernel_dict())
        return super().get_kernel_spec(kernel_name)
