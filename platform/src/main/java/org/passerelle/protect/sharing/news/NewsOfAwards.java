package org.passerelle.protect.sharing.news;

import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.compensation.AwardNews;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** News of what courts ordered, until the reader opened the compensation of the case. */
@Component
class NewsOfAwards implements AwardNews {
  private final News news;

  NewsOfAwards(News news) {
    this.news = news;
  }

  @Override
  @Transactional
  public void seen(UUID caseId, SignedIn who) {
    news.ofCase(caseId, who).stream()
        .filter(one -> NewsKinds.AWARDS.contains(one.kind()))
        .map(UnseenChange::subject)
        .distinct()
        .forEach(subject -> news.seen(subject, who));
  }
}
