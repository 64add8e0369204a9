package org.passerelle.prosecute.joint;

import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.exhibit.Exhibit;
import org.passerelle.prosecute.exhibit.Exhibits;
import org.passerelle.prosecute.joint.far.FarCustodyRows;
import org.passerelle.prosecute.joint.far.FarExhibit;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files of exhibits of another node that this office holds, taken into its own investigation. */
@Service
public class FarCopies {
  private static final int TITLE = 200;
  private final FarCustody custody;
  private final FarCustodyRows rows;
  private final JointTeamSight sight;
  private final Exhibits exhibits;

  FarCopies(FarCustody custody, FarCustodyRows rows, JointTeamSight sight, Exhibits exhibits) {
    this.custody = custody;
    this.rows = rows;
    this.sight = sight;
    this.exhibits = exhibits;
  }

  /**
   * Describes the exhibit in the investigation of the reader's office, so that its file can be
   * uploaded there; only what measures the same is taken in.
   *
   * @return the exhibit, also if somebody did so before
   * @throws Refused if this office does not hold it
   */
  @Transactional
  public UUID copy(UUID id, UUID exhibit, SignedIn who) {
    sight.held(id, who);
    FarCustody.Opened opened = custody.open(id, exhibit, who);
    FarCustody.Standing standing = opened.standing();
    if (!standing.state().equals("held")) {
      throw new Refused("custody.refused.not-holder");
    }
    UUID before = standing.copy();
    if (before != null) {
      return before;
    }
    FarExhibit.Content content = opened.exhibit().content();
    String title = content.number() + " " + content.title();
    UUID copy =
        exhibits.describe(
            standing.investigation(),
            new Exhibit.Draft(
                content.kind(),
                new Exhibit.Words(
                    title.substring(0, Math.min(title.length(), TITLE)),
                    content.origin(),
                    content.seizure(),
                    content.seal(),
                    "")),
            who);
    if (!rows.copied(id, exhibit, copy)) {
      throw new Refused("custody.refused.overtaken");
    }
    return copy;
  }
}
