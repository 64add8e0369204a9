package org.passerelle.protect.casework.intake.web;

import java.util.List;
import java.util.Set;
import org.passerelle.forms.Submission;
import org.passerelle.forms.answers.SectionView;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.casework.screening.web.FormFacts;

/**
 * View of one section of a draft.
 *
 * @param number number of the section, from 1
 * @param way all sections that are shown
 * @param begun sections with an answer
 * @param more whether an answer revealed another question on this page
 * @param proposed whether it is prefilled with data of the case
 */
public record FormPage(
    Case file,
    CaseWords words,
    FormFacts facts,
    Submission.Entry entry,
    SectionView section,
    int number,
    List<Stop> way,
    Set<String> begun,
    boolean more,
    boolean proposed) {
  public FormPage {
    way = List.copyOf(way);
    begun = Set.copyOf(begun);
  }

  /** URL of the form. */
  public String at() {
    return "/protect/cases/" + file.id() + "/forms/" + entry.id();
  }

  /** Whether this is the last section. */
  public boolean last() {
    return number == way.size();
  }

  /** A section in the navigation. */
  public record Stop(String id, String title) {}
}
