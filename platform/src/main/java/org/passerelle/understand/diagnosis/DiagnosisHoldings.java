package org.passerelle.understand.diagnosis;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Field research under pseudonyms. */
@Component
class DiagnosisHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.nothing(
            "diagnosis",
            "under pseudonyms; an interview has a key of its own, which its withdrawn consent destroys"),
        Table.nothing(
            "diagnosis_member",
            "under pseudonyms; an interview has a key of its own, which its withdrawn consent destroys"),
        Table.nothing(
            "diagnosis_site",
            "under pseudonyms; an interview has a key of its own, which its withdrawn consent destroys"),
        Table.nothing(
            "interview",
            "under pseudonyms; an interview has a key of its own, which its withdrawn consent destroys"),
        Table.nothing(
            "diagnosis_theme",
            "under pseudonyms; an interview has a key of its own, which its withdrawn consent destroys"),
        Table.nothing(
            "coding",
            "under pseudonyms; an interview has a key of its own, which its withdrawn consent destroys"),
        Table.nothing(
            "coding_done",
            "under pseudonyms; an interview has a key of its own, which its withdrawn consent destroys"),
        Table.nothing(
            "interview_memo",
            "under pseudonyms; an interview has a key of its own, which its withdrawn consent destroys"),
        Table.nothing("recommendation", "to those who steer"),
        Table.nothing("recommendation_answer", "to those who steer"));
  }
}
