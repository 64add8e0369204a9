/** Page of search results. */
@NullMarked
package org.passerelle.protect.identity.find.web;

import org.jspecify.annotations.NullMarked;
