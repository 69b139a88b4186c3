"""The addresses of other systems' tokens and subscriptions."""

from django.urls import path

from tinhso.surfaces.web.systems import subscription_page, subscriptions, tokens

app_name = "systems"

urlpatterns = [
    path("tai-khoan/ma-truy-cap", tokens.own, name="tokens"),
    path("tai-khoan/ma-truy-cap/<int:token>/thu-hoi", tokens.end, name="end_token"),
    path("quan-tri/ma-truy-cap", tokens.everybodys, name="all_tokens"),
    path("quan-tri/dang-ky-nhan", subscriptions.subscriptions, name="subscriptions"),
    path("quan-tri/dang-ky-nhan/moi", subscriptions.new, name="new_subscription"),
    path("quan-tri/dang-ky-nhan/<int:subscription>", subscription_page.subscription, name="subscription"),
    path("quan-tri/dang-ky-nhan/<int:subscription>/viec", subscription_page.deed, name="subscription_deed"),
    path("quan-tri/dang-ky-nhan/<int:subscription>/luot-gui", subscription_page.deliveries, name="deliveries"),
]
