package org.passerelle.understand.diagnosis;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Field research under pseudonyms. */
@Component
class DiagnosisHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return Holdings.joined(
        Table.each(
            Kind.NOTHING,
            "under pseudonyms; an interview has a key of its own, which its withdrawn consent destroys",
            "diagnosis",
            "diagnosis_member",
            "diagnosis_site",
            "interview",
            "diagnosis_theme",
            "coding",
            "coding_done",
            "interview_memo"),
        List.of(
            Table.nothing("recommendation", "to those who steer"),
            Table.nothing("recommendation_answer", "to those who steer")));
  }
}
