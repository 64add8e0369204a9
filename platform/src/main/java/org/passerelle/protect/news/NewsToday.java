package org.passerelle.protect.news;

import java.util.List;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.pages.Today;
import org.springframework.stereotype.Component;

/** What others answered and did, on the first page of whoever gave it, until they have seen it. */
@Component
class NewsToday implements Today {
  private static final int SHOWN = 30;
  private final News news;
  private final NewsWords words;

  NewsToday(News news, NewsWords words) {
    this.news = news;
    this.words = words;
  }

  @Override
  public List<Item> items(SignedIn who, Page page) {
    return news.unseen(who, SHOWN).stream()
        .map(
            one ->
                Item.news(
                    one.at(), words.of(one, page), one.code(), one.path(), page.text("home.see")))
        .toList();
  }
}
