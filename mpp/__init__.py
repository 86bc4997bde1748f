"""mpp makes the publications of one round of the Meerjaren Productie Prognose (MPP)."""

__version__ = "0.2.0"
