package org.passerelle.protect.casework.cases;

import java.util.UUID;

/**
 * A case belongs to another organisation from now on. Heard in the transaction of the move, before
 * its line in the journal: what was kept for the former organisation goes.
 */
public record CaseMoved(UUID caseId, UUID organisation) {}
