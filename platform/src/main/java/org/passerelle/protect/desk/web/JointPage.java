package org.passerelle.protect.desk.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.forms.AnsweredView;
import org.passerelle.pages.Filled;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.desk.Desk;
import org.passerelle.protect.desk.Joint;
import org.passerelle.protect.desk.JointContent;
import org.passerelle.protect.elsewhere.Question;

/**
 * A joint screening before one of its two sides.
 *
 * @param content null once it is gone
 * @param sections what both sides read
 * @param duty whether the reader is on duty
 * @param gaveFactor whether the reader has just given the second factor
 * @param questions about the own case to the other side
 */
public record JointPage(
    Desk desk,
    Joint joint,
    @Nullable JointContent content,
    List<AnsweredView> sections,
    Map<UUID, String> names,
    String other,
    boolean duty,
    boolean gaveFactor,
    List<Question> questions,
    Filled form,
    CaseWords words) {
  /** Where it stands. */
  public String at() {
    return "/protect/desks/" + desk.id() + "/screenings/" + joint.id();
  }

  /** Who signed: a colleague, or the other side. */
  public String signer(Joint.Signature signature) {
    UUID by = signature.by();
    return by == null ? other : names.getOrDefault(by, "…");
  }

  /** The end of the key that says what the holder's screening came to. */
  public String outcome() {
    return content == null ? "" : content.outcome().toLowerCase(Locale.ROOT);
  }

  /** The digest as one reads it aloud: four groups of four. */
  public String shortDigest() {
    return joint.digest().substring(0, 16).replaceAll("(.{4})(?=.)", "$1 ");
  }
}
