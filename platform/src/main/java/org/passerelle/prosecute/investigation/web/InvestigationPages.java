package org.passerelle.prosecute.investigation.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.forms.words.CodeWords;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.prosecute.investigation.Investigation;
import org.passerelle.prosecute.investigation.InvestigationPart;
import org.passerelle.prosecute.investigation.Investigations;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What every page of an investigation shows: its title, its state and its parts. */
@Component
public class InvestigationPages {
  /** Address of the list. */
  public static final String HERE = "/prosecute/investigations";

  private final Investigations investigations;
  private final ObjectProvider<InvestigationPart> parts;
  private final CodeOptions options;

  InvestigationPages(
      Investigations investigations, ObjectProvider<InvestigationPart> parts, CodeOptions options) {
    this.investigations = investigations;
    this.parts = parts;
    this.options = options;
  }

  /**
   * The head of a page.
   *
   * @param part path of the part that is shown; empty for the first page
   * @param words labels of codes
   * @param leads whether the reader is a prosecutor
   */
  public record Head(
      Investigation one, String part, List<Part> parts, CodeWords words, boolean leads) {
    public Head {
      parts = List.copyOf(parts);
    }

    /** Address of the investigation. */
    public String at() {
      return HERE + "/" + one.id();
    }
  }

  /** A part with the number of its items. */
  public record Part(String key, String path, int count) {}

  /**
   * Opens an investigation for a page; the access is logged.
   *
   * @throws org.passerelle.refusal.NotFound if it does not exist for this reader
   */
  public Head head(UUID id, String part, Act act) {
    Investigation one = investigations.open(id, part.isEmpty() ? "title" : part, act.who());
    List<Part> shown = new ArrayList<>();
    parts.stream()
        .sorted(Comparator.comparing(InvestigationPart::order))
        .forEach(p -> shown.add(new Part(p.key(), p.path(), p.counted().of(id))));
    return new Head(
        one, part, shown, new CodeWords(options, act.language()), act.who().is(Role.PROSECUTOR));
  }

  /**
   * The day in a field as it was typed; today if the form that was sent has no such field, or none
   * was. A page with several forms is shown again with the others as they were.
   */
  public static String day(String field, Filled form, Page page) {
    return form.names().contains(field) ? form.shown(field) : page.moments().today().toString();
  }

  /** Choices whose labels are in the language files below a prefix. */
  public static List<Option> options(String prefix, List<String> codes, Page page) {
    return codes.stream().map(code -> new Option(code, page.text(prefix + code))).toList();
  }
}
