package org.passerelle.protect.casework.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.Question;
import org.passerelle.forms.Section;
import org.passerelle.forms.answers.Answers;
import org.passerelle.forms.answers.Typed;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.person.Identity;
import org.passerelle.protect.person.Persons;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proposes data from the case as answers in a section of a form that nobody has begun. Proposals
 * are shown and not stored: the user who saves the page has checked them.
 */
@Component
public class KnownAnswers {
  private final Persons persons;

  KnownAnswers(Persons persons) {
    this.persons = persons;
  }

  /**
   * Answers with proposals for one section. If they contain identity or contact data, the access is
   * logged.
   *
   * @return the unchanged answers if the section was begun, or nothing is known
   */
  @Transactional
  public Answers over(
      Answers draft,
      FormDefinition form,
      Section section,
      Case file,
      LocalDate today,
      SignedIn who) {
    if (section.questions().stream().anyMatch(one -> draft.of(one.id()).isPresent())) {
      return draft;
    }
    Set<String> asked =
        section.questions().stream()
            .map(one -> KnownFields.of(form, one))
            .collect(Collectors.toSet());
    Map<String, List<String>> known = new HashMap<>(KnownOfCase.of(file));
    known.putAll(KnownOfCase.ofShipped(file));
    if (asked.stream().anyMatch(KnownOfCase.WHO::contains)) {
      Identity identity = persons.identity(file.person().id(), who);
      known.putAll(KnownOfCase.of(identity));
      known.putAll(KnownOfCase.ofShipped(identity));
    }
    if (asked.contains("prs_MobilePhone")) {
      known.putAll(KnownOfCase.of(persons.contact(file.person().id(), who)));
    }
    Map<String, List<String>> sent = new HashMap<>();
    List<String> shown = new ArrayList<>();
    for (Question question : section.questions()) {
      List<String> all = known.getOrDefault(KnownFields.of(form, question), List.of());
      List<String> values = question.type() == Question.Type.MULTI_CHOICE ? all : first(all);
      if (!values.isEmpty()) {
        sent.put(Typed.field(question.id()), values);
        shown.add(question.id());
      }
    }
    sent.put("shown", shown);
    return Typed.exact(form, draft, sent, today).draft();
  }

  private static List<String> first(List<String> all) {
    return all.stream().limit(1).toList();
  }
}
