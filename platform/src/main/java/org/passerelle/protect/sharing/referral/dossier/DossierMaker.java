package org.passerelle.protect.sharing.referral.dossier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseOrigin;
import org.passerelle.protect.casework.cases.Episodes;
import org.passerelle.protect.casework.screening.ScreenedAnswers;
import org.passerelle.protect.casework.urgency.DangerSigns;
import org.passerelle.protect.person.Contact;
import org.passerelle.protect.person.Identity;
import org.passerelle.protect.person.Persons;
import org.passerelle.protect.sharing.consent.Released;
import org.passerelle.protect.sharing.enclosure.Enclosure;
import org.passerelle.protect.sharing.referral.Referral;
import org.springframework.stereotype.Component;

/**
 * Reads the values of a case that can be given, field by field. Reading them for a dossier is
 * logged like any other access.
 */
@Component
public class DossierMaker {
  private static final Set<String> SINCE_FIRST_VERSION = Set.of("surrogacy", "illegal_adoption");
  private final Persons persons;
  private final Episodes episodes;
  private final ScreenedAnswers screened;
  private final EnclosureSelection enclosing;
  private final PresentPlaceRules places;

  DossierMaker(
      Persons persons,
      Episodes episodes,
      ScreenedAnswers screened,
      EnclosureSelection enclosing,
      PresentPlaceRules places) {
    this.enclosing = enclosing;
    this.places = places;
    this.screened = screened;
    this.persons = persons;
    this.episodes = episodes;
  }

  /** All fields with a value, in the order of {@link Released}. */
  public Map<Released, List<String>> values(Case file, SignedIn who) {
    Identity identity = persons.identity(file.person().id(), who);
    Contact contact = persons.contact(file.person().id(), who);
    List<Episodes.Episode> past = episodes.of(file.id(), who);
    Map<Released, List<String>> all = new LinkedHashMap<>();
    put(all, Released.KNOWN_AS, file.details().pseudonym());
    put(all, Released.NAMES, identity.names().stream().map(Identity.Name::text).toList());
    put(all, Released.BIRTH, identity.birth());
    put(all, Released.DOCUMENTS, identity.documents());
    put(all, Released.ORIGIN, identity.familyAndOrigin());
    put(all, Released.AGE, years(file));
    put(all, Released.GENDER, file.person().gender() == null ? "" : file.person().gender());
    put(all, Released.NATIONALITIES, file.person().nationalities());
    put(all, Released.LANGUAGES, file.person().languages());
    put(all, Released.FORM, file.form() == null ? "" : toldForm(file.form()));
    put(all, Released.EPISODES, past.stream().map(DossierMaker::summary).toList());
    put(all, Released.HOW_CAME, CaseOrigin.told(file.howCame()));
    put(all, Released.DANGER, DangerSigns.told(file.urgency(), file.risk()));
    put(all, Released.VULNERABILITIES, file.vulnerabilities());
    put(all, Released.TAKE_CARE, file.details().takeCare());
    put(all, Released.SAFE_TO_CONTACT, file.safeToContact());
    put(all, Released.SAFE_CONTACT, file.details().safeNote());
    put(all, Released.PHONE, contact.phone());
    put(
        all,
        Released.ACCOUNT,
        past.stream().map(e -> e.details().account()).filter(a -> !a.isBlank()).toList());
    return all;
  }

  /** Codes of fields whose words name a shelter. */
  public Set<String> sheltersNamed(Case file, Map<String, List<String>> fields) {
    return places.named(file, fields);
  }

  /** Answers of a screening that can be given, without categories that are never disclosed. */
  public List<ScreenedAnswers.One> answers(Referral referral, SignedIn who) {
    return screened.of(referral.caseId(), who).stream()
        .filter(one -> Released.screened(one.category()).isPresent())
        .toList();
  }

  /** Enclosures as they would be announced; their contents are not opened. */
  public List<Enclosure> files(Referral referral, SignedIn who) {
    return enclosing.announced(referral, who);
  }

  /** Adds the value that is stated for one referral only: where the person is now. */
  public static Map<Released, List<String>> with(
      Map<Released, List<String>> values, Referral referral) {
    Map<Released, List<String>> all = new LinkedHashMap<>(values);
    put(all, Released.PLACE_NOW, referral.placeNow());
    return all;
  }

  /** Codes and periods only, since a place in words might be where the person is now. */
  private static String summary(Episodes.Episode episode) {
    List<String> parts = new ArrayList<>();
    parts.add(toldForm(episode.form()));
    parts.add(String.join(" ", episode.countries()));
    parts.add(episode.details().from() + "/" + episode.details().until());
    parts.add(String.join(" ", episode.means()));
    return String.join(";", parts);
  }

  /**
   * The form of exploitation used in messages, as {@code CaseOrigin.told}: nodes that have not been
   * updated know only the codes of the first message version and refuse any other.
   */
  public static String toldForm(String code) {
    return SINCE_FIRST_VERSION.contains(code) ? "other" : code;
  }

  private static String years(Case file) {
    Integer from = file.person().birthYearFrom();
    Integer to = file.person().birthYearTo();
    return from == null || to == null ? "" : from + "/" + to;
  }

  private static void put(
      Map<Released, List<String>> all,
      Released field,
      @org.jspecify.annotations.Nullable String value) {
    if (value != null && !value.isBlank()) {
      all.put(field, List.of(value));
    }
  }

  private static void put(Map<Released, List<String>> all, Released field, List<String> values) {
    if (!values.isEmpty()) {
      all.put(field, List.copyOf(values));
    }
  }
}
