package org.passerelle.protect.sharing.news;

import java.util.List;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseStanding;
import org.springframework.stereotype.Component;

/** Clause of the summary sentence about news that the reader has not seen. */
@Component
class NewsStanding implements CaseStanding {
  private static final int FIRST = 5;
  private final News news;
  private final NewsWords words;

  NewsStanding(News news, NewsWords words) {
    this.news = news;
    this.words = words;
  }

  @Override
  public Standing of(Case file, SignedIn who, Page page) {
    List<UnseenChange> fresh = news.ofCase(file.id(), who);
    if (fresh.isEmpty()) {
      return Standing.NONE;
    }
    UnseenChange newest = fresh.get(0);
    String said = page.text("news.stands", words.of(newest, page), fresh.size() - 1);
    return Standing.of(new Clause(FIRST, said, "soon", newest.path()), null);
  }
}
