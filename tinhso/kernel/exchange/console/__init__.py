"""What ``tinhso token`` and ``tinhso webhook`` do."""
