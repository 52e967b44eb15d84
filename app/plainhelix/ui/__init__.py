"""The Qt front end. PySide6 is imported here and nowhere else."""
