package org.passerelle.protect.desk;

/**
 * A desk ended on this side: whatever was shared at it can no longer be read. Published in the
 * transaction that ended it.
 */
record DeskClosed(Desk desk) {}
