/** Pages of the channels for the triage team and for partners. */
@NullMarked
package org.passerelle.prevent.channel.web;

import org.jspecify.annotations.NullMarked;
