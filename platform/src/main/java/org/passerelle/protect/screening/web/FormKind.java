package org.passerelle.protect.screening.web;

import java.util.List;

/**
 * Forms of one kind.
 *
 * @param key of the kind: screening, intake, follow_up
 */
public record FormKind(String key, List<FormFacts> forms) {
  public FormKind {
    forms = List.copyOf(forms);
  }
}
