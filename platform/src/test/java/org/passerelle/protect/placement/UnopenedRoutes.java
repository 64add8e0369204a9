package org.passerelle.protect.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Routes that the search for an address does not open, with reasons; each is a prefix of a group.
 * Any other route that was not opened fails the search by its name. More may be opened if other
 * tests have worked on the node before.
 */
final class UnopenedRoutes {
  private static final Map<String, String> GROUPS = new LinkedHashMap<>();

  static {
    GROUPS.put("/account/recovery-codes", "shown once, while a second factor is set up");
    GROUPS.put("/account/totp", "shown once, while a second factor is set up");
    GROUPS.put("/api/v1/forms/{form}", "takes the code of a form; a form holds nothing of a case");
    GROUPS.put(
        "/api/v1/screenings/{id}",
        "nobody is screened in the scene: that is before any place is known");
    GROUPS.put("/calendar/", "opens by a token of its own, or holds events of the strategy alone");
    GROUPS.put("/house/approve", "opens where an act waits for a second person");
    GROUPS.put(
        "/house/audit-export", "answers the operator's command; the log is searched as rows");
    GROUPS.put("/house/backup/", "answers the operator's command; a backup is searched as a file");
    GROUPS.put("/house/calendar", "leads to the calendar of the strategy");
    GROUPS.put("/house/forms/", "forms are written by administrators, who see no case");
    GROUPS.put("/house/iati/", "leads to the open data of the strategy");
    GROUPS.put("/house/key/rotate", "answers the operator's command and says nothing");
    GROUPS.put("/house/letter", "leads to the letter");
    GROUPS.put("/house/recordings/", "sound");
    GROUPS.put("/house/users/{id}/link", "shows a link once, to an administrator");
    GROUPS.put("/house/verify-audit", "answers the operator's command with a number");
    GROUPS.put("/language/", "changes the language and leads back");
    GROUPS.put(
        "/letterbox/files/",
        "no file goes along in the scene; one that names a shelter is refused");
    GROUPS.put("/letterbox/steps/", "opens once a hand-over in it was accepted");
    GROUPS.put("/letterbox/{link}", "leads on to the letterbox, which is opened");
    GROUPS.put(
        "/letters/", "no letter is published in the scene; it is written of the strategy alone");
    GROUPS.put("/partner/nodes/", "no other node is known in the scene");
    GROUPS.put("/phone/", "answers a telephone that has been without a network");
    GROUPS.put("/protect/cases/bulk/", "nothing is done to many cases at once in the scene");
    GROUPS.put(
        "/protect/cases/{id}/bookings/{booking}",
        "nothing is booked; a booking refuses the name of a shelter");
    GROUPS.put("/protect/cases/{id}/care/", "no goal is set in the scene");
    GROUPS.put(
        "/protect/cases/{id}/consents/{consent}/",
        "opens while a consent is unsure, or was signed");
    GROUPS.put("/protect/cases/{id}/files/{file}/small", "pictures; the scene keeps a text");
    GROUPS.put(
        "/protect/cases/{id}/forms/{form}", "leads to a section, which is asked for by its code");
    GROUPS.put("/protect/cases/{id}/from-phones/papers/", "papers photographed by a telephone");
    GROUPS.put(
        "/protect/cases/{id}/grounds/{ground}/review",
        "opens where vital interests were the basis");
    GROUPS.put("/protect/cases/{id}/identity", "answers a form; as a page it leads back");
    GROUPS.put(
        "/protect/cases/{id}/notes/{note}",
        "opens for whoever wrote the note, or once it was corrected");
    GROUPS.put("/protect/cases/{id}/person", "answers a form; as a page it leads back");
    GROUPS.put("/protect/cases/{id}/photographs/{photograph}", "pictures; the scene keeps none");
    GROUPS.put("/protect/cases/{id}/tracing/{one}", "nobody is looked for in the scene");
    GROUPS.put("/protect/data-protection/", "no breach and no request by a person in the scene");
    GROUPS.put("/protect/desk-figures/", "no desk of two countries in the scene");
    GROUPS.put("/protect/desks/", "no desk of two countries in the scene");
    GROUPS.put("/protect/duty/calls/", "opens while an urgent referral waits");
    GROUPS.put("/protect/elsewhere/", "nobody asked whether a person is known elsewhere");
    GROUPS.put("/protect/figures/own/", "no report of one's own is kept in the scene");
    GROUPS.put("/protect/import/", "nothing is imported in the scene");
    GROUPS.put(
        "/protect/received/{id}/files/",
        "no file goes along in the scene; one that names a shelter is refused");
    GROUPS.put("/protect/recordings/", "sound");
    GROUPS.put("/protect/referrals/{id}/review", "opens where vital interests were the basis");
    GROUPS.put(
        "/protect/screenings/",
        "nobody is screened in the scene: that is before any place is known");
    GROUPS.put("/setup/", "opens by a link, once");
    GROUPS.put("/sign-in/", "opens in the middle of signing in");
    GROUPS.put(
        "/steer/cycle/{id}", "none of the strategy is entered in the scene; it names no person");
    GROUPS.put(
        "/steer/grants/{id}", "none of the strategy is entered in the scene; it names no person");
    GROUPS.put(
        "/steer/letters/{number}",
        "none of the strategy is entered in the scene; it names no person");
    GROUPS.put(
        "/steer/projects/{id}", "none of the strategy is entered in the scene; it names no person");
    GROUPS.put(
        "/steer/register/{kind}/{id}",
        "none of the strategy is entered in the scene; it names no person");
    GROUPS.put("/understand/diagnoses/", "no diagnosis in the scene");
    GROUPS.put("/understand/estimation/", "no study in the scene");
    GROUPS.put("/understand/grids/", "no case is looked at by two in the scene");
    GROUPS.put("/understand/networks/{id}/actors/", "nobody is drawn in the network of the scene");
    GROUPS.put("/understand/networks/{id}/dossier/{number}", "no dossier is released in the scene");
    GROUPS.put("/understand/networks/{id}/import/{upload}", "nothing is uploaded in the scene");
    GROUPS.put("/understand/networks/{id}/ties/", "nobody is drawn in the network of the scene");
    GROUPS.put("/understand/recommendations/", "no diagnosis in the scene");
    GROUPS.put("/work/", "the files of exports are made and opened apart");
  }

  private UnopenedRoutes() {}

  static void check(Set<String> unopened) {
    Set<String> unknown = new TreeSet<>(unopened);
    unknown.removeIf(route -> GROUPS.keySet().stream().anyMatch(route::startsWith));
    assertThat(unknown).as("routes that nobody opened").isEmpty();
  }
}
