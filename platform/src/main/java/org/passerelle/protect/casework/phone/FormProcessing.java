package org.passerelle.protect.casework.phone;

import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.accounts.Users;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.answers.BroughtAnswers;
import org.passerelle.language.Languages;
import org.passerelle.language.Texts;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.notes.CaseNotes;
import org.springframework.stereotype.Component;

/** Functions common to all kinds of forms. */
@Component
class FormProcessing {
  private final FormDefinitions definitions;
  private final Cases cases;
  private final CaseNotes notes;
  private final Officers officers;
  private final Users users;
  private final Languages languages;

  FormProcessing(
      FormDefinitions definitions,
      Cases cases,
      CaseNotes notes,
      Officers officers,
      Users users,
      Languages languages) {
    this.definitions = definitions;
    this.cases = cases;
    this.notes = notes;
    this.officers = officers;
    this.users = users;
    this.languages = languages;
  }

  /** The form version that was used, if known here. */
  Optional<FormDefinition> form(DeliveredRecord record, FormDefinition.Kind kind) {
    return definitions
        .version(record.form(), record.version())
        .filter(form -> form.kind() == kind)
        .filter(form -> form.digest().equals(record.digest()));
  }

  BroughtAnswers answers(
      DeliveredRecord record, FormDefinition form, RecordTimes recordTimes, SignedIn officer) {
    return BroughtAnswers.read(
        form, record.answers(), officers.day(recordTimes.finishedAt(), officer));
  }

  boolean sees(UUID caseId, SignedIn officer) {
    return cases.sees(caseId, officer);
  }

  boolean isOpen(UUID caseId, SignedIn officer) {
    return cases.find(caseId, officer).open();
  }

  /** Adds answers that could not be processed as a note of the case, in the officer's language. */
  void noteRest(
      UUID caseId, String kind, FormDefinition form, BroughtAnswers answers, SignedIn officer) {
    if (answers.notTaken().isEmpty()) {
      return;
    }
    Texts texts =
        languages.texts(
            languages.byTag(users.find(officer.user()).map(User::language).orElse("en")));
    StringBuilder note =
        new StringBuilder(texts.text("phones.note", form.title().in(texts.language())));
    for (BroughtAnswers.NotTaken one : answers.notTaken()) {
      note.append('\n')
          .append(OriginWords.question(one, form, texts))
          .append(": ")
          .append(OriginWords.said(one, texts));
    }
    notes.note(caseId, kind, note.toString(), officer);
  }
}
