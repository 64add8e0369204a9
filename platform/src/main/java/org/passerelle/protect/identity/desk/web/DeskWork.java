package org.passerelle.protect.identity.desk.web;

import java.util.List;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.identity.desk.Desk;
import org.passerelle.protect.identity.desk.DeskQuestions;
import org.passerelle.protect.identity.desk.JointScreening;
import org.passerelle.protect.identity.desk.JointScreenings;
import org.passerelle.protect.identity.desk.RefusedEntries;
import org.passerelle.protect.identity.elsewhere.Hit;
import org.passerelle.protect.identity.elsewhere.Questions;
import org.springframework.stereotype.Component;

/** Personal data shared at a desk, as listed on its page. */
@Component
class DeskWork {
  private final JointScreenings joints;
  private final DeskQuestions questions;
  private final RefusedEntries refused;

  DeskWork(JointScreenings joints, DeskQuestions questions, RefusedEntries refused) {
    this.joints = joints;
    this.questions = questions;
    this.refused = refused;
  }

  List<JointScreening> joints(Desk desk, SignedIn who) {
    return joints.of(desk, who);
  }

  /** Blocked officers of this side. */
  List<RefusedEntries.Closed> closed(Desk desk) {
    return refused.now(desk.organisation());
  }

  List<Hit> asked(Desk desk, SignedIn who) {
    return questions.asked(desk, who);
  }

  List<Questions.Answered> answered(Desk desk, SignedIn who) {
    return questions.answered(desk, who);
  }
}
