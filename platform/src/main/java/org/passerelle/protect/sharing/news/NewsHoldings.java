package org.passerelle.protect.sharing.news;

import java.util.List;
import java.util.UUID;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Holdings;
import org.passerelle.storage.Moved;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** News about a referral are erased with it. */
@Component
class NewsHoldings implements Holdings {
  private final JdbcClient db;
  private final NewsRows rows;

  NewsHoldings(JdbcClient db, NewsRows rows) {
    this.db = db;
    this.rows = rows;
  }

  @Override
  public List<Table> tables() {
    return List.of(
        Table.erased("news", "what others did with a referral, as codes").by("subject", "case_id"),
        Table.nothing("news_seen", "up to where colleagues have seen it"));
  }

  @Override
  public int order() {
    return 33;
  }

  @Override
  public void erase(Erased erased) {
    for (UUID id : erased.referrals()) {
      rows.forget(id, erased.organisation());
    }
    for (UUID id : erased.cases()) {
      db.sql("delete from news where case_id = :id").param("id", id).update();
    }
  }

  @Override
  public void move(Moved moved) {
    moved.rows(
        """
        update news set organisation = :to
         where subject = any(cast(:ids as uuid array)) and organisation = :from
        """,
        moved.whole().referrals());
    moved.rows(
        """
        update news set organisation = :to
         where case_id = any(cast(:ids as uuid array)) and organisation = :from
        """,
        moved.whole().cases());
  }
}
