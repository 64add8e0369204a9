package org.passerelle.protect.identity.desk;

/**
 * A desk ended on this side, so that nothing shared there can be read any more. Published in the
 * same transaction.
 */
record DeskClosed(Desk desk) {}
