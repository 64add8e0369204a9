package org.passerelle.protect.casework.cases.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.language.Moments;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseDetails;
import org.passerelle.protect.casework.cases.CaseDraft;
import org.passerelle.protect.person.Contact;
import org.passerelle.protect.person.Identity;
import org.passerelle.protect.person.Person;
import org.passerelle.protect.person.PersonDraft;
import org.springframework.stereotype.Component;

/** Reads the forms of person and case, and fills them from what is stored. */
@Component
public class CaseFields {
  static final Set<String> MINOR = Set.of("yes", "no", "not_sure");
  static final List<String> ASYLUM =
      List.of("not_asked", "none", "possible", "pending", "granted", "refused");
  static final List<String> AGE_METHODS =
      List.of("own_word", "appearance", "papers", "relative", "medical", "other");

  /** Default answers until a question is answered: the most protective ones. */
  private static final Map<String, String> UNSAID =
      Map.of("safe", "not_known", "might_be_minor", "not_sure", "asylum", "not_asked");

  private static final String NAMES = "name";
  private final CodeOptions options;

  CaseFields(CodeOptions options) {
    this.options = options;
  }

  /** Reads the form of a person; faults are recorded in it. */
  public PersonDraft person(Filled form, LocalDate today) {
    List<Identity.Name> names = new ArrayList<>();
    add(names, "name", form.text(NAMES, Filled.SHORT));
    for (String alias : form.text("aliases", 4_000).split("\n", -1)) {
      add(names, "alias", alias.strip());
    }
    String birth = CaseDates.read(form, "birth", today);
    Integer from = form.number("age_from", 0, 120).orElse(null);
    Integer to = form.number("age_to", 0, 120).orElse(from);
    if (from != null && to != null && to < from) {
      form.errors().add("age_to", "form.error.number", from, 120);
    }
    String method = form.code("age_method", Set.copyOf(AGE_METHODS));
    Identity.AgeEstimate age =
        from == null || to == null
            ? null
            : new Identity.AgeEstimate(
                from, to, today.toString(), method.isEmpty() ? "other" : method);
    String gender = form.code("gender", options.codes("genders"));
    return new PersonDraft(
        new Identity(
            names,
            form.errors().isEmpty() ? birth : "",
            age,
            form.text("documents", 2_000),
            form.text("origin", 2_000)),
        new Contact(
            form.text("phone", Filled.SHORT),
            form.text("address", 2_000),
            form.text("channel", 2_000)),
        gender.isEmpty() ? null : gender,
        orElse(form.code("might_be_minor", MINOR), unsaid("might_be_minor")),
        form.codes("nationalities", options.codes("countries")),
        form.codes("languages", options.codes("languages")));
  }

  private static String unsaid(String field) {
    return Objects.requireNonNull(UNSAID.get(field));
  }

  /** The empty form, without assumptions about the person. */
  Filled blank(LocalDate today) {
    Map<String, String> fields = new LinkedHashMap<>(UNSAID);
    fields.put("first_contact", today.toString());
    return Filled.with(fields);
  }

  /** Reads the form of a case. */
  public CaseDraft draft(Filled form, LocalDate today, @Nullable UUID screening) {
    String exploitation = form.code("form", options.codes("forms_of_exploitation"));
    return new CaseDraft(
        form.neededCode("country", options.codes("countries")),
        exploitation.isEmpty() ? null : exploitation,
        form.neededDay("first_contact", today, today),
        form.neededCode("how_came", options.codes("how_came")),
        null,
        orElse(form.code("safe", options.codes("safe_to_contact")), unsaid("safe")),
        orElse(form.code("asylum", Set.copyOf(ASYLUM)), unsaid("asylum")),
        form.ticked("non_punishment"),
        screening,
        form.codes("vulnerabilities", options.codes("vulnerabilities")),
        new CaseDetails(
            form.text("pseudonym", 60),
            form.text("how_came_note", 4_000),
            form.text("take_care", 4_000),
            form.text("safe_note", 2_000)));
  }

  /** The form of a person, filled with stored data. */
  static Filled filled(Person person, Identity identity, Contact contact, Moments moments) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(
        NAMES,
        identity.names().stream()
            .filter(n -> n.kind().equals("name"))
            .map(Identity.Name::text)
            .findFirst()
            .orElse(""));
    fields.put(
        "aliases",
        String.join(
            "\n",
            identity.names().stream()
                .filter(n -> n.kind().equals("alias"))
                .map(Identity.Name::text)
                .toList()));
    fields.put("birth", moments.partial(identity.birth()));
    Identity.AgeEstimate age = identity.age();
    if (age != null) {
      fields.put("age_from", Integer.toString(age.from()));
      fields.put("age_to", Integer.toString(age.to()));
      fields.put("age_method", age.method());
    }
    fields.put("documents", identity.documents());
    fields.put("origin", identity.familyAndOrigin());
    fields.put("phone", contact.phone());
    fields.put("address", contact.address());
    fields.put("channel", contact.agreedChannel());
    String gender = person.gender();
    fields.put("gender", gender == null ? "" : gender);
    fields.put("might_be_minor", person.minorAnswer());
    return Filled.with(fields)
        .and("nationalities", person.nationalities())
        .and("languages", person.languages());
  }

  /** The form of a case, filled with stored data. */
  static Filled filled(Case found) {
    Map<String, String> fields = new LinkedHashMap<>();
    String exploitation = found.form();
    fields.put("country", found.country());
    fields.put("form", exploitation == null ? "" : exploitation);
    fields.put("first_contact", found.firstContact().toString());
    fields.put("how_came", found.howCame());
    fields.put("safe", found.safeToContact());
    fields.put("asylum", found.asylum());
    fields.put("non_punishment", found.nonPunishment() ? "yes" : "");
    fields.put("pseudonym", found.details().pseudonym());
    fields.put("how_came_note", found.details().howCame());
    fields.put("take_care", found.details().takeCare());
    fields.put("safe_note", found.details().safeNote());
    return Filled.with(fields).and("vulnerabilities", found.vulnerabilities());
  }

  private static void add(List<Identity.Name> names, String kind, String text) {
    if (!text.isEmpty()) {
      names.add(new Identity.Name(kind, text));
    }
  }

  private static String orElse(String code, String fallback) {
    return code.isEmpty() ? fallback : code;
  }
}
