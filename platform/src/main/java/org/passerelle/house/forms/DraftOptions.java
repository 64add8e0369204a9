package org.passerelle.house.forms;

import java.util.List;
import org.passerelle.forms.Code;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.Question;
import org.passerelle.forms.Section;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;

/** The closed lists of a form definition, with labels. */
public record DraftOptions(Page page) {
  /** Example of a condition. */
  public static final String EXAMPLE = "contact = 'phone' or count(signs) > 2";

  public List<Option> kinds() {
    return options("formdraft.kind.", FormDefinition.Kind.values());
  }

  public List<Option> audiences() {
    return options("forms.audience.", FormDefinition.Audience.values());
  }

  public List<Option> scorings() {
    return options("forms.scoring.", FormDefinition.Scoring.values());
  }

  public List<Option> states() {
    return options("forms.state.", FormDefinition.Verification.State.values());
  }

  public List<Option> elements() {
    return options("formdraft.element.", Section.Element.values());
  }

  public List<Option> types() {
    return options("formdraft.type.", Question.Type.values());
  }

  public List<Option> categories() {
    return options("formimport.category.", Question.Category.values());
  }

  public List<Option> strengths() {
    return options("forms.strength.", Code.Strength.values());
  }

  /** Options whose label is their name. */
  public static List<Option> names(List<String> names) {
    return names.stream().map(name -> new Option(name, name)).toList();
  }

  /** Label of an answer type; the file's own word if it is unknown. */
  public String type(String word) {
    return types().stream()
        .filter(option -> option.value().equals(word))
        .map(Option::label)
        .findFirst()
        .orElse(word);
  }

  private List<Option> options(String prefix, Enum<?>[] all) {
    return PartForms.constants(all).stream()
        .map(word -> new Option(word, page.text(prefix + word.replace('-', '_'))))
        .toList();
  }
}
