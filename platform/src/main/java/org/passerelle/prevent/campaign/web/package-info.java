/** Pages of campaigns. */
@NullMarked
package org.passerelle.prevent.campaign.web;

import org.jspecify.annotations.NullMarked;
