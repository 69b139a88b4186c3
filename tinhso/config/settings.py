"""Django's settings of one installation; what an operator may change comes from the environment."""

import os
from pathlib import Path

from csp.constants import NONE, SELF

from tinhso.config import access, discovery, providers
from tinhso.config.database import database
from tinhso.config.places import CHECKOUT, home
from tinhso.config.secret import secret_key


def _switched_on(name: str) -> bool:
    return os.environ.get(name, "").lower() in {"1", "true", "yes", "on"}


def _words(name: str) -> list[str]:
    return [word.strip() for word in os.environ.get(name, "").split(",") if word.strip()]


HOME = home()
FILES, LOGS, STATIC_ROOT = HOME / "documents", HOME / "logs", HOME / "static"
for folder in (HOME, FILES, LOGS, STATIC_ROOT):
    folder.mkdir(parents=True, exist_ok=True)

DEBUG = _switched_on("TINHSO_DEBUG")
SECRET_KEY = os.environ.get("TINHSO_SECRET_KEY") or secret_key(HOME)
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", *_words("TINHSO_BIND"), *_words("TINHSO_HOSTS")]

# Ours stand first: their templates and commands replace those of the same name further down.
INSTALLED_APPS = [
    *discovery.apps(),
    "axes",
    "django_tasks",
    "django_tasks_db",
    "django_htmx",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "tinhso.config.headers.strict_headers",
    "tinhso.config.visitor.visitor_address",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "tinhso.kernel.accounts.sessions.keep_session",
    "tinhso.surfaces.api.entrance.api_entrance",
    "tinhso.surfaces.web.shell.kept.keep_typed",
    # Every route asks who you are; the public ones say so with @login_not_required and are listed in tests/house.
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "tinhso.kernel.audit.middleware.origin_of_request",
    "tinhso.kernel.organisations.edition.one_edition",
    "django.contrib.messages.middleware.MessageMiddleware",
    "tinhso.surfaces.web.shell.problems.refusals",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
    "tinhso.surfaces.web.carrying.middleware.carry_away",
]

ROOT_URLCONF = "tinhso.config.urls"
WSGI_APPLICATION = "tinhso.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "tinhso.surfaces.web.shell.context.shell",
            ],
        },
    }
]
FORM_RENDERER = "tinhso.surfaces.web.shell.widgets.Renderer"

DATABASES = {"default": database(os.environ.get("DATABASE_URL", ""), home=HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

# Who is who
AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = [f"django.contrib.auth.hashers.{name}" for name in ("Argon2PasswordHasher", "PBKDF2PasswordHasher")]
# Long rather than intricate, none that is known to be common, and never changed only because time has passed.
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "display_name", "email")},
    },
    {"NAME": "tinhso.kernel.accounts.password_rules.Length"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "tinhso.kernel.accounts.password_rules.NotTheName"},
]
LOGIN_URL = "web:sign_in"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "web:sign_in"
SESSION_ENGINE = "tinhso.kernel.accounts.session_store"
SESSION_IDLE, SESSION_LIFETIME = access.sessions()
SESSION_COOKIE_AGE = int(SESSION_LIFETIME.total_seconds())
INVITATION_DAYS, RESET_DAYS = access.link_days()
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "tinhso.surfaces.web.shell.problems.csrf_failed"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "tinhso.surfaces.web.sign_in.locked"
# A further attempt does not lengthen the lock: the time told to the person stays true.
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

# Letters
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST, EMAIL_PORT, EMAIL_HOST_USER, EMAIL_HOST_PASSWORD, EMAIL_USE_SSL, EMAIL_USE_TLS = access.letters(
    os.environ.get("TINHSO_EMAIL_URL", "")
)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = os.environ.get("TINHSO_EMAIL_FROM", "") or "tinhso@localhost"

# Vietnamese
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt")]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = "tinhso.config.formats"
# Grouping would write a row's key as "1.234" inside an attribute; numbers for people are grouped where they are shown.
USE_THOUSAND_SEPARATOR = False

# Files
STATIC_URL = "/static/"
VENDOR = CHECKOUT / "build" / "vendor"
STATICFILES_DIRS: list[tuple[str, Path]] = [("vendor", VENDOR)] if VENDOR.is_dir() else []
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "tinhso.config.static.HashedFiles"},
}
MEDIA_ROOT = FILES
FILE_UPLOAD_PERMISSIONS = 0o640
#: What may be handed in as proof, in bytes; a plan to be read has its own limit (intake/sources/limits.py).
LARGEST_FILE = int(os.environ.get("TINHSO_LARGEST_FILE_MB", "50")) * 1024 * 1024
#: Asked of every file beyond its kind and size; each takes the name and the bytes and may refuse.
FILE_INSPECTORS = ["tinhso.steering.programmes.inspection.refuse_secret_file"]
#: clamd's socket, a path or "host:port"; "" scans nothing and says so.
CLAMAV = os.environ.get("TINHSO_CLAMAV", "")
#: Without an endpoint files lie in FILES.
S3 = {
    "endpoint": os.environ.get("TINHSO_S3_ENDPOINT", ""),
    "bucket": os.environ.get("TINHSO_S3_BUCKET", ""),
    "key": os.environ.get("TINHSO_S3_KEY", ""),
    "secret": os.environ.get("TINHSO_S3_SECRET", ""),
    "region": os.environ.get("TINHSO_S3_REGION", ""),
}
#: A pasted plan comes as a form field, which Django counts apart from files.
DATA_UPLOAD_MAX_MEMORY_SIZE = 16 * 1024 * 1024
#: A grid of all communes has seven fields a row.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000

# Telling other systems
#: Networks inside, to which events may be sent although they are not on the open net.
EXCHANGE_NETWORKS = _words("TINHSO_EXCHANGE_NETWORKS")

#: What one token, or one person's pages, may ask of the API.
API_REQUESTS_PER_MINUTE = int(os.environ.get("TINHSO_API_REQUESTS_PER_MINUTE") or 300)

# Hardening
HTTPS = _switched_on("TINHSO_HTTPS")
ADDRESS = access.address(_words("TINHSO_HOSTS"), https=HTTPS)
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^khoe$"]
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
OIDC_PROVIDERS, OIDC_CREATE = providers.providers(), _switched_on("TINHSO_OIDC_CREATE")
SECOND_STEP_ROLES = access.second_step_roles(https=HTTPS)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
# The prefix makes a browser refuse such a cookie from another host of the same domain.
_HOST = "__Host-" if HTTPS else ""
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = f"{_HOST}tinhso_session", f"{_HOST}tinhso_csrf"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}
_WITHOUT_TLS = () if HTTPS else ("security.W004", "security.W008", "security.W012", "security.W016")
# W021: the browsers' preload list is for the owner of the whole domain to join, not for one service below it.
SILENCED_SYSTEM_CHECKS = ["security.W021", *_WITHOUT_TLS]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "filters": {"words": {"()": "tinhso.config.log_words.WithoutSecrets"}},
    "handlers": {
        # Watched, so that logrotate may move the file away under several processes.
        "file": {
            "class": "logging.handlers.WatchedFileHandler",
            "filename": LOGS / "tinhso.log",
            "formatter": "line",
            "filters": ["words"],
            "delay": True,
        },
        "console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["words"], "level": "ERROR"},
    },
    "root": {"handlers": ["file", "console"], "level": os.environ.get("TINHSO_LOG_LEVEL", "INFO")},
    "loggers": {"axes": {"level": "WARNING"}},
}
