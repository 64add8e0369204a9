package org.passerelle.protect.letterbox;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.pages.Today;
import org.passerelle.protect.cases.CaseSight;
import org.springframework.stereotype.Component;

/** Letterboxes that wait for a code, were tried too often, or in which files were left. */
@Component
class LetterboxNotices implements Today {
  private final CaseSight sight;
  private final LyingRows rows;

  LetterboxNotices(CaseSight sight, LyingRows rows) {
    this.sight = sight;
    this.rows = rows;
  }

  @Override
  public List<Item> items(SignedIn who, Page page) {
    List<Item> items = new ArrayList<>();
    if (!who.is(Caseworkers.ROLES.toArray(Role[]::new))) {
      return items;
    }
    List<UUID> own =
        sight
            .sql(
                """
                select d.referral from letterbox_dossier d join referral r on r.id = d.referral
                  join protect_case c on c.id = r.case_id
                 where d.sender = :organisation and {team c} and d.ended_at is null and d.taken_back_at is null
                   and (d.code_at is null or d.wrong >= :most)
                 order by d.put_at limit 50
                """,
                who)
            .param("most", Secret.TRIES)
            .query(UUID.class)
            .list();
    for (UUID referral : own) {
      rows.find(referral)
          .ifPresent(
              d ->
                  items.add(
                      new Item(
                          d.putAt(),
                          page.text(d.locked() ? "letterbox.today.locked" : "letterbox.today.code"),
                          "",
                          "/protect/letterboxes/" + referral,
                          page.text("home.see"))));
    }
    return items;
  }
}
