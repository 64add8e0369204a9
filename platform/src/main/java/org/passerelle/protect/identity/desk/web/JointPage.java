package org.passerelle.protect.identity.desk.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.forms.answers.AnsweredView;
import org.passerelle.forms.words.CodeWords;
import org.passerelle.pages.Filled;
import org.passerelle.protect.identity.desk.Desk;
import org.passerelle.protect.identity.desk.JointContent;
import org.passerelle.protect.identity.desk.JointScreening;
import org.passerelle.protect.identity.elsewhere.Question;

/**
 * View of a joint screening for one of its sides.
 *
 * @param content null once it is deleted
 * @param sections content that both sides read
 * @param duty whether the reader is on duty
 * @param gaveFactor whether the reader has just given the second factor
 * @param questions questions to the other side about the own case
 */
public record JointPage(
    Desk desk,
    JointScreening joint,
    @Nullable JointContent content,
    List<AnsweredView> sections,
    Map<UUID, String> names,
    String other,
    boolean duty,
    boolean gaveFactor,
    List<Question> questions,
    Filled form,
    CodeWords words) {
  public String at() {
    return "/protect/desks/" + desk.id() + "/screenings/" + joint.id();
  }

  /** The signer: a colleague, or the other side. */
  public String signer(JointScreening.Signature signature) {
    UUID by = signature.by();
    return by == null ? other : names.getOrDefault(by, "…");
  }

  /** End of the key for the outcome of the screening. */
  public String outcome() {
    return content == null ? "" : content.outcome().toLowerCase(Locale.ROOT);
  }

  /** The digest in a form to be read aloud: four groups of four characters. */
  public String shortDigest() {
    return joint.digest().substring(0, 16).replaceAll("(.{4})(?=.)", "$1 ");
  }
}
