import { useMutation } from '@tanstack/react-query';
import { Star } from 'lucide-react';
import { useState } from 'react';
import { api } from '../shared/api/endpoints';
import { reason, toast } from '../shared/toasts';
import { classes } from '../shared/ui/classes';

export function Feedback({ suggestionId }: { suggestionId: string }) {
  const [hover, setHover] = useState(0);
  const rate = useMutation({
    mutationFn: (rating: number) => api.feedback(suggestionId, rating),
    onError: error => toast({ tone: 'bad', text: `The rating was not saved. ${reason(error)}` }),
  });
  const given = rate.isError ? 0 : (rate.variables ?? 0);
  const shown = hover || given;
  return (
    <fieldset className="flex items-center" onMouseLeave={() => setHover(0)} data-testid="feedback">
      <legend className="sr-only">Rate this proposal</legend>
      {[1, 2, 3, 4, 5].map(stars => (
        <button
          key={stars}
          type="button"
          aria-label={`${stars} of 5 stars`}
          aria-pressed={given === stars}
          className="flex size-6 items-center justify-center rounded"
          onMouseEnter={() => setHover(stars)}
          onClick={() => rate.mutate(stars)}
        >
          <Star
            className={classes('size-3.5', stars <= shown ? 'fill-warn text-warn' : 'text-faint')}
            aria-hidden
          />
        </button>
      ))}
    </fieldset>
  );
}
