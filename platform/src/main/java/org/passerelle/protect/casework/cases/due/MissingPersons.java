package org.passerelle.protect.casework.cases.due;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whether a person is missing: from their place, or on the way to another country. */
@Component
public class MissingPersons {
  private final List<DangerSource> sources;

  MissingPersons(List<DangerSource> sources) {
    this.sources = sources;
  }

  /** Whether the person of a case is missing; without an access check. */
  public boolean is(UUID caseId) {
    return sources.stream()
        .flatMap(source -> source.of(List.of(caseId)).stream())
        .anyMatch(sign -> sign.code().equals(DangerSource.MISSING));
  }
}
