package org.passerelle.understand.diagnosis;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Tables of field research, under pseudonyms. */
@Component
class DiagnosisHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return Holdings.joined(
        Table.each(
            Kind.NOTHING,
            "under pseudonyms; an interview has a key of its own, which is destroyed when consent is withdrawn",
            "diagnosis",
            "diagnosis_member",
            "diagnosis_site",
            "interview",
            "diagnosis_theme",
            "coding",
            "coding_done",
            "interview_memo"),
        List.of(
            Table.nothing("recommendation", "addressed to those who steer"),
            Table.nothing("recommendation_answer", "addressed to those who steer")));
  }
}
