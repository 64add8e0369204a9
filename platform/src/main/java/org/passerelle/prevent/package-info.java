/** Campaigns, populations and places at risk, public reports and partner tips. */
@NullMarked
package org.passerelle.prevent;

import org.jspecify.annotations.NullMarked;
