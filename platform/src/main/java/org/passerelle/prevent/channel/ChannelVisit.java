package org.passerelle.prevent.channel;

import java.io.Serializable;
import java.util.UUID;

/**
 * A partner whose token was accepted. Whether it still holds is asked anew at each act.
 *
 * @param sector one of {@link org.passerelle.prevent.tip.Tip#SECTORS}
 */
public record ChannelVisit(UUID partner, UUID token, String name, String sector)
    implements Serializable {
  private static final long serialVersionUID = 1;
}
