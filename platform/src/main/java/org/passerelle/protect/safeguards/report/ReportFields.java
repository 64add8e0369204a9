package org.passerelle.protect.safeguards.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.forms.CodeLists;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.answers.CountedQuestions;
import org.passerelle.language.Wording;
import org.springframework.stereotype.Component;

/** Fields by which cases can be counted: those of the case, and countable answers. */
@Component
public class ReportFields {
  private final CodeLists lists;
  private final CountedQuestions questions;

  ReportFields(FormDefinitions definitions, CountedQuestions questions) {
    this.lists = definitions.lists();
    this.questions = questions;
  }

  /** Coded fields: those of the case, then answers in the order of the forms. */
  public List<ReportField> coded() {
    List<ReportField> fields = new ArrayList<>();
    for (CaseField field : CaseField.values()) {
      fields.add(new ReportField(field.id(), false, false, null, codes(field)));
    }
    questions.all().stream()
        .filter(one -> one.kind() == CountedQuestions.Kind.CODED)
        .map(ReportFields::of)
        .forEach(fields::add);
    return fields;
  }

  /** Answers that are dates. */
  public List<ReportField> dated() {
    return questions.all().stream()
        .filter(one -> one.kind() == CountedQuestions.Kind.DATED)
        .map(ReportFields::of)
        .toList();
  }

  /** A coded field by name. */
  public Optional<ReportField> find(String id) {
    return coded().stream().filter(field -> field.id().equals(id)).findFirst();
  }

  private Map<String, Optional<Wording>> codes(CaseField field) {
    Map<String, Optional<Wording>> codes = new LinkedHashMap<>();
    if (field.list().isEmpty()) {
      field.codes().forEach(code -> codes.put(code, Optional.empty()));
    } else {
      lists.list(field.list()).codes().forEach(c -> codes.put(c.code(), Optional.of(c.label())));
    }
    return codes;
  }

  private static ReportField of(CountedQuestions.Counted one) {
    Map<String, Optional<Wording>> codes = new LinkedHashMap<>();
    one.codes().forEach((code, label) -> codes.put(code, Optional.of(label)));
    return new ReportField(
        ReportField.answer(one.code()),
        one.several(),
        one.kind() == CountedQuestions.Kind.DATED,
        one.label(),
        codes);
  }
}
