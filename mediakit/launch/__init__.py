"""Opening the notebooks: the working folder, JupyterLab and Voila on this machine alone, and what to mend first."""
