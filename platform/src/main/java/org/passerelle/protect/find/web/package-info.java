/** Page of search results. */
@NullMarked
package org.passerelle.protect.find.web;

import org.jspecify.annotations.NullMarked;
