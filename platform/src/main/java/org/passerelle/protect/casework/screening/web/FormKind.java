package org.passerelle.protect.casework.screening.web;

import java.util.List;

public record FormKind(String key, List<FormFacts> forms) {
  public FormKind {
    forms = List.copyOf(forms);
  }
}
