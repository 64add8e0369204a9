package org.passerelle.protect.casework.cases;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.opening.CaseChanges;
import org.passerelle.protect.casework.cases.opening.CaseOpening;
import org.passerelle.protect.person.Contact;
import org.passerelle.protect.person.Identity;
import org.passerelle.protect.person.PersonDraft;
import org.passerelle.storage.House;

/**
 * A case for tests, which contains only what the test needs; otherwise an adult without a name who
 * came today on their own.
 */
public final class SomeCase {
  private final String country;
  private List<Identity.Name> names = List.of();
  private String birth = "";
  private String papers = "";
  private String origin = "";
  private Contact contact = Contact.NONE;
  private @Nullable String gender;
  private String minor = "no";
  private List<String> nationalities = List.of();
  private List<String> languages = List.of();
  private @Nullable String form;
  private @Nullable LocalDate firstContact;
  private String howCame = "self";
  private String safe = "not_known";
  private String asylum = "none";
  private CaseDetails details = new CaseDetails("", "", "", "");

  private SomeCase(String country) {
    this.country = country;
  }

  /** A case that waits for an answer from a country. */
  public static SomeCase in(String country) {
    return new SomeCase(country);
  }

  public SomeCase named(String name) {
    names = List.of(new Identity.Name("name", name));
    return this;
  }

  public SomeCase born(String date) {
    birth = date;
    return this;
  }

  /** With numbers of identity documents. */
  public SomeCase papers(String numbers) {
    papers = numbers;
    return this;
  }

  public SomeCase from(String familyAndOrigin) {
    origin = familyAndOrigin;
    return this;
  }

  public SomeCase reachedBy(String phone) {
    contact = new Contact(phone, "", "");
    return this;
  }

  public SomeCase gender(String code) {
    gender = code;
    return this;
  }

  /** Whether they might be under 18: {@code yes}, {@code no}, {@code not_sure}. */
  public SomeCase minor(String answer) {
    minor = answer;
    return this;
  }

  public SomeCase nationalities(String... codes) {
    nationalities = List.of(codes);
    return this;
  }

  public SomeCase languages(String... codes) {
    languages = List.of(codes);
    return this;
  }

  public SomeCase form(@Nullable String ofExploitation) {
    form = ofExploitation;
    return this;
  }

  public SomeCase since(LocalDate day) {
    firstContact = day;
    return this;
  }

  public SomeCase came(String how) {
    howCame = how;
    return this;
  }

  public SomeCase safe(String toContact) {
    safe = toContact;
    return this;
  }

  public SomeCase asylum(String code) {
    asylum = code;
    return this;
  }

  public SomeCase knownAs(String pseudonym) {
    return told(new CaseDetails(pseudonym, "", "", ""));
  }

  public SomeCase told(CaseDetails words) {
    details = words;
    return this;
  }

  /** The person. */
  public PersonDraft person() {
    return new PersonDraft(
        new Identity(names, birth, null, papers, origin),
        contact,
        gender,
        minor,
        nationalities,
        languages);
  }

  /** The case, of today unless the test says otherwise. */
  public CaseDraft draft(House house) {
    return draft(LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC));
  }

  /** The same where there is no house. */
  public CaseDraft draft(LocalDate today) {
    return new CaseDraft(
        country,
        form,
        firstContact == null ? today : firstContact,
        howCame,
        null,
        safe,
        asylum,
        false,
        null,
        List.of(),
        details);
  }

  /** Opens the case; the user becomes its lead. */
  public UUID open(House house, SignedIn who) {
    return house.get(CaseOpening.class).open(person(), draft(house), who);
  }

  /** A colleague changes the free text of a case. */
  public static void change(House house, UUID id, UnaryOperator<CaseDetails> change, SignedIn who) {
    Case file = house.get(Cases.class).find(id, who);
    house
        .get(CaseChanges.class)
        .change(
            id,
            file.version(),
            new CaseDraft(
                file.country(),
                file.form(),
                file.firstContact(),
                file.howCame(),
                file.referredBy(),
                file.safeToContact(),
                file.asylum(),
                file.nonPunishment(),
                file.screening(),
                file.vulnerabilities(),
                change.apply(file.details())),
            who);
  }
}
