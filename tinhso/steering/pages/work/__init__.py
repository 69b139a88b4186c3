"""What people do about tasks, on screen: the panels of a task's page, the forms of each verb, Việc của tôi, notices."""
