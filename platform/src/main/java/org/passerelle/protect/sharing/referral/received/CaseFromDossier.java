package org.passerelle.protect.sharing.referral.received;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Addressees;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Organisations;
import org.passerelle.language.Days;
import org.passerelle.protect.casework.cases.CaseDetails;
import org.passerelle.protect.casework.cases.CaseDraft;
import org.passerelle.protect.casework.cases.CaseOrigin;
import org.passerelle.protect.casework.cases.opening.CaseOpening;
import org.passerelle.protect.person.Contact;
import org.passerelle.protect.person.Identity;
import org.passerelle.protect.person.PersonDraft;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.protect.sharing.referral.dossier.Dossier;
import org.passerelle.refusal.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens a case of the recipient's from an accepted dossier. */
@Component
class CaseFromDossier {
  private final CaseOpening opening;
  private final Organisations organisations;
  private final Addressees addressees;
  private final ReceivedEnclosures files;
  private final ApplicationEventPublisher events;
  private final JdbcClient db;
  private final Clock clock;

  CaseFromDossier(
      CaseOpening opening,
      Organisations organisations,
      Addressees addressees,
      ReceivedEnclosures files,
      ApplicationEventPublisher events,
      JdbcClient db,
      Clock clock) {
    this.files = files;
    this.events = events;
    this.db = db;
    this.opening = opening;
    this.organisations = organisations;
    this.addressees = addressees;
    this.clock = clock;
  }

  /**
   * The case of a dossier that has just been accepted, newly opened or one opened earlier from the
   * same dossier, with its enclosures.
   */
  UUID take(Dossier dossier, ReceivedReferral found, SignedIn who) {
    UUID caseId = found.caseId();
    if (caseId == null) {
      caseId = open(dossier, found, who);
      if (db.sql("update received_referral set case_id = :case where id = :id and case_id is null")
              .param("case", caseId)
              .param("id", found.id())
              .update()
          == 0) {
        throw new Refused("referral.refused.answered");
      }
    }
    files.into(caseId, found.id(), who.organisation());
    events.publishEvent(new ReferralTakenIn(found.id(), who.organisation(), caseId));
    return caseId;
  }

  private UUID open(Dossier dossier, ReceivedReferral found, SignedIn who) {
    Map<String, List<String>> fields = dossier.fields();
    List<Identity.Name> names =
        fields.getOrDefault("names", List.of()).stream()
            .map(n -> new Identity.Name("name", n))
            .toList();
    String gender = first(fields, "gender");
    PersonDraft person =
        new PersonDraft(
            new Identity(
                names, birth(fields), null, first(fields, "documents"), first(fields, "origin")),
            new Contact(first(fields, "phone"), "", ""),
            gender.isEmpty() ? null : gender,
            dossier.minor() ? "not_sure" : "no",
            fields.getOrDefault("nationalities", List.of()),
            fields.getOrDefault("languages", List.of()));
    String form = first(fields, "form");
    String safe = first(fields, "safe_to_contact");
    String country = organisations.find(who.organisation()).map(Organisation::country).orElse("XK");
    return opening.open(
        person,
        new CaseDraft(
            country,
            form.isEmpty() ? null : form,
            Days.newest(clock.instant()),
            origin(found, country),
            found.sender(),
            safe.isEmpty() ? "not_known" : safe,
            "not_asked",
            dossier.nonPunishment(),
            null,
            fields.getOrDefault("vulnerabilities", List.of()),
            new CaseDetails(
                first(fields, "known_as"),
                dossier.request(),
                first(fields, "take_care"),
                first(fields, "safe_contact"))),
        who);
  }

  /**
   * The origin of a hand-over is the contact point of another country, whatever kind of
   * organisation it is.
   */
  private String origin(ReceivedReferral found, String country) {
    if (found.service().equals(Referrals.HAND_OVER)) {
      return CaseOrigin.CONTACT_POINT;
    }
    return addressees
        .find(found.sender())
        .map(
            sender -> {
              String through = CaseOrigin.through(sender.type());
              boolean abroad = !sender.country().equals(country);
              return abroad && !through.equals(CaseOrigin.CONTACT_POINT)
                  ? CaseOrigin.OTHER_COUNTRY
                  : through;
            })
        .orElse("other");
  }

  /** The birth date if it was given, otherwise the range of years that the age allows. */
  private static String birth(Map<String, List<String>> fields) {
    String date = first(fields, "birth");
    String[] years = first(fields, "age").split("/", -1);
    if (!date.isEmpty() || years.length < 2) {
      return date;
    }
    return years[0].equals(years[1]) ? years[0] : "[" + years[0] + ".." + years[1] + "]";
  }

  private static String first(Map<String, List<String>> fields, String code) {
    List<String> values = fields.getOrDefault(code, List.of());
    return values.isEmpty() ? "" : values.get(0);
  }
}
