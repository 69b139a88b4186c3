"""Three hundred people of a province at work at once: is the system still quick, whole and of steady size?"""
