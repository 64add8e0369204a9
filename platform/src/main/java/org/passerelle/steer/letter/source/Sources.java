package org.passerelle.steer.letter.source;

import org.springframework.stereotype.Component;

/** What an issue shows beside the register. */
@Component
public record Sources(PictureSource pictures, CampaignSource campaigns) {
  /** Nothing. */
  public static final Sources NONE = of(PictureSource.NONE);

  /** Pictures alone. */
  public static Sources of(PictureSource pictures) {
    return new Sources(pictures, CampaignSource.NONE);
  }
}
