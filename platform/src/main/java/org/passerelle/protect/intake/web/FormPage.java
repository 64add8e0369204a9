package org.passerelle.protect.intake.web;

import java.util.List;
import java.util.Set;
import org.passerelle.forms.SectionView;
import org.passerelle.forms.Submission;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.screening.web.FormFacts;

/**
 * One section of a draft, to be filled in.
 *
 * @param number of the section, from 1
 * @param way all sections that are asked
 * @param begun those with an answer
 * @param more whether an answer opened another question on this page
 * @param proposed whether it comes filled from what the case knows
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

  /** Address of the form. */
  public String at() {
    return "/protect/cases/" + file.id() + "/forms/" + entry.id();
  }

  /** Whether this is the last section. */
  public boolean last() {
    return number == way.size();
  }

  /** A section on the way. */
  public record Stop(String id, String title) {}
}
