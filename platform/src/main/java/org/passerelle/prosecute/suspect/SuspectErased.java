package org.passerelle.prosecute.suspect;

import java.util.UUID;

/** Who a suspect was has been erased; published in the same transaction. */
public record SuspectErased(UUID suspect) {}
