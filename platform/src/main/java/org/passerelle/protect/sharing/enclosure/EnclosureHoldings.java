package org.passerelle.protect.sharing.enclosure;

import java.util.List;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Holdings;
import org.passerelle.storage.Moved;
import org.springframework.stereotype.Component;

/** Enclosures of both sides. */
@Component
class EnclosureHoldings implements Holdings {
  private final ChosenFiles chosen;
  private final StoredEnclosures came;

  EnclosureHoldings(ChosenFiles chosen, StoredEnclosures came) {
    this.chosen = chosen;
    this.came = came;
  }

  @Override
  public List<Table> tables() {
    return List.of(
        Table.erased("enclosed_file", "which files went along with a referral").by("referral"),
        Table.erased("enclosed_piece", "by which messages they left"),
        Table.erased("came_file", "files that came with a dossier").by("referral"),
        Table.erased("came_piece", "parts of files that are on their way").by("referral"));
  }

  /** After referrals: storing a piece locks its dossier first. */
  @Override
  public int order() {
    return 45;
  }

  @Override
  public void erase(Erased erased) {
    chosen.forget(erased.sent(), erased.organisation());
    erased.received().forEach(id -> came.forget(id, erased.organisation()));
  }

  @Override
  public void move(Moved moved) {
    moved.rows(
        """
        update enclosed_file set organisation = :to
         where referral = any(cast(:ids as uuid array)) and organisation = :from
        """,
        moved.whole().referrals());
    moved.rows(
        """
        update came_file set organisation = :to
         where referral = any(cast(:ids as uuid array)) and organisation = :from
        """,
        moved.whole().referrals());
    moved.rows(
        """
        update came_piece set organisation = :to
         where referral = any(cast(:ids as uuid array)) and organisation = :from
        """,
        moved.whole().referrals());
  }
}
