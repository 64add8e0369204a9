package org.passerelle.protect.sharing.letterbox.web;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.access.Caseworkers;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.pages.Today;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.protect.sharing.letterbox.DepositedDossier;
import org.passerelle.protect.sharing.letterbox.Secret;
import org.springframework.stereotype.Component;

/**
 * Today page: letterboxes that wait for a code, were locked after too many wrong codes, or whose
 * access was ended before something else arrived in them. Uploaded files are news of the referral.
 * Of a closed letterbox no code is asked: it opens again only for what was taken back.
 */
@Component
class LetterboxNotices implements Today {
  private final CaseSight sight;

  LetterboxNotices(CaseSight sight) {
    this.sight = sight;
  }

  @Override
  public List<Item> items(SignedIn who, Page page) {
    List<Item> items = new ArrayList<>();
    if (!who.is(Caseworkers.ROLES.toArray(Role[]::new))) {
      return items;
    }
    List<DepositedDossier> own =
        sight
            .sql(
                """
                select d.* from letterbox_dossier d join referral_outline r on r.id = d.referral
                 where d.sender = :organisation and exists (select 1 from {own c} where c.id = r.case_id)
                   and d.confirmed_at is null
                   and (d.taken_back_at is not null
                        or exists (select 1 from letterbox l where l.id = d.letterbox and l.active))
                   and ((d.ended_at is null and (d.code_at is null or d.wrong >= :most))
                        or exists (select 1 from letterbox_item i
                                    where i.referral = d.referral and not i.written and i.at > d.ended_at))
                 order by d.put_at limit 50
                """,
                who)
            .param("most", Secret.TRIES)
            .query(DepositedDossier::of)
            .list();
    for (DepositedDossier one : own) {
      items.add(
          new Item(
              one.putAt(),
              page.text(one.locked() ? "letterbox.today.locked" : "letterbox.today.code"),
              "",
              "/protect/letterboxes/" + one.referral(),
              page.text("home.see")));
    }
    return items;
  }
}
